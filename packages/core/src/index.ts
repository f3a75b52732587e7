export * from './compile.ts';
export * from './dataflow/index.ts';
export * from './diagnostics/index.ts';
export * from './libraries/index.ts';
export * from './notebook/index.ts';
export * from './plan/index.ts';
export * from './project/index.ts';
export * from './record/index.ts';
export * from './run/index.ts';
export * from './secrets/index.ts';
export type {
  ConcreteCursor,
  ConcreteTree,
  Module,
  ParsedCell,
  PythonParser,
  StatementId,
  TopStatement,
} from './syntax/index.ts';
export { parseNotebook, printModule } from './syntax/index.ts';
export * from './targets/index.ts';
export * from './text/index.ts';
export type {
  KeptRecord,
  Proof,
  Repair,
  Verdict,
  Verification,
  VerifiedNotebook,
  VerifyOptions,
} from './verify/index.ts';
export { proofName, toReport, verifyProject } from './verify/index.ts';
