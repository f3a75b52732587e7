import { pythonString } from '../../text/index.ts';
import { interpolate } from './interpolate.ts';
import { drop, expression, type MagicCall, statements, type Translation } from './translation.ts';

const CONNECTION = /^(?:\w[\w+]*:\/\/\S*|--connection_string\s+\S+)/;
const QUERY =
  /^\s*(?:--[^\n]*\n\s*|\/\*[\s\S]*?\*\/\s*)*\(?\s*(?:select|with|show|describe|pragma|explain|values)\b/i;

/** Translates `%sql` and `%%sql`: a connection, a query that gives a table, or a statement that changes the database. */
export function translateSql(call: MagicCall, body = ''): Translation {
  const text = `${call.arguments}\n${body}`.trim();
  if (call.context.format === 'databricks') return translateSpark(text);
  if (/^--(?:close|connections|persist|alias|help)\b|^-[lx]\b/.test(text)) return drop('manages connections');
  const { connect, rest } = splitConnection(text, call);
  const into = /^(\w+)\s*<<\s*/.exec(rest);
  const query = into === null ? rest : rest.slice(into[0].length);
  if (query.trim() === '') return connect ?? drop('runs no query');
  const { engine } = call.context.connection;
  const read = writeQuery(call, query, engine, into?.[1]);
  if (connect?.kind !== 'statements') return read;
  const text_ = read.kind === 'statements' || read.kind === 'expression' ? read.text : '';
  return statements(`${connect.text}\n${text_}`, [...(connect.imports ?? []), ...(read.imports ?? [])]);
}

function splitConnection(text: string, call: MagicCall): { connect?: Translation; rest: string } {
  const url = CONNECTION.exec(text)?.[0];
  const { connection, names } = call.context;
  if (url !== undefined) {
    connection.engine = names.has('engine') ? 'sql_engine' : 'engine';
    const target = interpolate(url.replace(/^--connection_string\s+/, ''), names);
    const connect = statements(`${connection.engine} = sqlalchemy.create_engine(${target})`, [
      'import sqlalchemy',
    ]);
    return { connect, rest: text.slice(url.length).trim() };
  }
  const variable = /^(?:\$|\{)?([A-Za-z_]\w*)\}?(?=\s|$)(?!\s*<<)/.exec(text);
  const isName = variable?.[1] !== undefined && names.has(variable[1]) && !QUERY.test(text);
  if (!isName || variable?.[1] === undefined) return { rest: text };
  connection.engine = variable[1];
  return { connect: drop('names the connection'), rest: text.slice(variable[0].length).trim() };
}

function writeQuery(call: MagicCall, query: string, engine: string, into: string | undefined): Translation {
  const { code, parameters } = bindParameters(query.trim().replace(/;\s*$/, ''), call.context.names);
  if (!QUERY.test(query)) {
    const values = parameters === '' ? '' : `, ${parameters}`;
    const execute = `connection.execute(sqlalchemy.text(${code})${values})`;
    return statements(`with ${engine}.begin() as connection:\n    ${execute}`, ['import sqlalchemy']);
  }
  const values = parameters === '' ? '' : `, params=${parameters}`;
  const read = `pd.read_sql(sqlalchemy.text(${code}), ${engine}${values})`;
  const imports = ['import pandas as pd', 'import sqlalchemy'];
  return into === undefined ? expression(read, imports) : statements(`${into} = ${read}`, imports);
}

/** Finds `:name` and `{{name}}`, which stand for values of the notebook; strings and casts (`::int`) are left alone. */
function bindParameters(query: string, names: ReadonlySet<string>): { code: string; parameters: string } {
  const bound = new Set<string>();
  const plain = query.replace(
    /'[^']*'|\{\{\s*(\w+)\s*\}\}|(?<![:\w]):([A-Za-z_]\w*)/g,
    (whole, jinja?: string, colon?: string) => {
      const name = jinja ?? colon;
      if (name === undefined || !names.has(name)) return whole;
      bound.add(name);
      return `:${name}`;
    },
  );
  const entries = [...bound].map((name) => `${pythonString(name)}: ${name}`);
  return {
    code: interpolate(plain, names),
    parameters: entries.length === 0 ? '' : `{${entries.join(', ')}}`,
  };
}

/** Databricks keeps the table of the last query in `_sqldf`. */
function translateSpark(query: string): Translation {
  return statements(`_sqldf = spark.sql(${pythonString(query.trim().replace(/;\s*$/, ''))})`);
}
