import { pythonString } from '../../text/index.ts';
import { DROPPED_CELL_MAGICS, FOREIGN_CELL_MAGICS } from './dropped-magics.ts';
import { interpolate } from './interpolate.ts';
import { capture, translateScript } from './shell.ts';
import { splitShellWords } from './shell-words.ts';
import { translateSql } from './sql.ts';
import {
  type CellMagicCall,
  drop,
  expression,
  foreign,
  statements,
  type Translation,
} from './translation.ts';
import { translateWriteFile } from './write-file.ts';

const CELL_MAGICS: Readonly<Record<string, (call: CellMagicCall) => Translation>> = {
  writefile: translateWriteFile,
  file: translateWriteFile,
  bash: (call) => translateScript(['bash'], call.arguments, call.body),
  sh: (call) => translateScript(['sh'], call.arguments, call.body),
  python: (call) => translateScript(['python3'], call.arguments, call.body),
  python3: (call) => translateScript(['python3'], call.arguments, call.body),
  script: runProgram,
  sql: (call) => translateSql(call, call.body),
  bigquery: translateBigQuery,
  sx: captureBody,
  system: captureBody,
  '!': captureBody,
};

/** Translates a cell magic whose body is no Python of the notebook; one that nobody knows is left out with a warning. */
export function translateCellMagic(call: CellMagicCall): Translation {
  const translate = Object.hasOwn(CELL_MAGICS, call.name) ? CELL_MAGICS[call.name] : undefined;
  if (translate !== undefined) return translate(call);
  const reason = Object.hasOwn(DROPPED_CELL_MAGICS, call.name) ? DROPPED_CELL_MAGICS[call.name] : undefined;
  if (reason !== undefined) return drop(reason);
  const language = Object.hasOwn(FOREIGN_CELL_MAGICS, call.name) ? FOREIGN_CELL_MAGICS[call.name] : undefined;
  if (language !== undefined) return foreign(language);
  const message = `\`%%${call.name.slice(0, 40)}\` is no magic that is known here; the cell was left out`;
  const hint = 'Remove the first line if the rest of the cell is Python.';
  return { ...drop('is not known'), problem: { code: 'N009', message, hint } };
}

function runProgram(call: CellMagicCall): Translation {
  const words = splitShellWords(
    call.arguments.replace(/--(?:out|err|proc)(?:=|\s+)\w+|--(?:bg|no-raise-error)\b/g, ' '),
  );
  return words.length === 0 ? drop('names no program') : translateScript(words, call.arguments, call.body);
}

function captureBody(call: CellMagicCall): Translation {
  const command = `${call.arguments}\n${call.body}`.trim();
  return expression(capture(pythonString(command)), ['import subprocess']);
}

function translateBigQuery(call: CellMagicCall): Translation {
  const into = /^\s*([A-Za-z_]\w*)(?=\s|$)/.exec(call.arguments)?.[1];
  const read = `bigquery.Client().query(${interpolate(call.body.trim(), new Set())}).to_dataframe()`;
  const imports = ['from google.cloud import bigquery'];
  return into === undefined ? expression(read, imports) : statements(`${into} = ${read}`, imports);
}
