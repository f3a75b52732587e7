export { checkSecrets } from './check-secrets.ts';
export { findSecrets } from './find-secrets.ts';
export { hideSecrets } from './hide-secrets.ts';
export { findKnownShapes, mayHoldSecrets } from './known-shapes.ts';
export { findSecretIn, maskData, maskRecord, maskText } from './mask.ts';
export type * from './types.ts';
