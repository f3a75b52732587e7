import { isReserved } from './identifiers.ts';
import type { LiftingContext, StageLift } from './lift.ts';
import type { Argument } from './types.ts';

/** A function of more arguments takes its parameters as one. */
const MOST_ARGUMENTS = 5;

/** Names that a model of the parameters cannot have as they are. */
const UNFIT =
  /^(_.*|model_.*|construct|copy|dict|from_orm|json|parse_\w+|schema\w*|update_forward_refs|validate|bool|float|int|list|str|Any|Field|Section)$/;

/**
 * Lets the parameters of a stage with many arguments travel as one: `params: Train`, used as `params.max_iter`. Parameters
 * that several stages share stay arguments of their own.
 */
export function groupParameters(context: LiftingContext, lifts: readonly StageLift[]): void {
  context.stages.forEach((stage, number) => {
    const [lift, section] = [lifts[number], context.names[number]];
    if (!lift || section === undefined || UNFIT.test(section)) return;
    if (stage.inputs.length + lift.arguments.length <= MOST_ARGUMENTS) return;
    const own = lift.arguments.filter((argument) => isOwn(argument, section, context));
    const name = ['params', 'settings'].find(
      (each) => !lift.taken.has(each) && (each === 'params' || !isReserved(each)),
    );
    if (own.length < 2 || name === undefined) return;
    const fields = new Map(own.map((argument) => [argument.name, fieldOf(argument)]));
    for (const edits of lift.edits.values()) {
      for (const [position, edit] of edits.entries()) {
        const field = fields.get(edit.text);
        if (field !== undefined) edits[position] = { ...edit, text: `${name}.${field}` };
      }
    }
    const rest = lift.arguments.filter((argument) => !own.includes(argument));
    const source = { kind: 'parameter', key: section } as const;
    lift.arguments.splice(0, lift.arguments.length, ...rest, { name, source, type: null, copied: false });
    lift.taken.add(name);
  });
}

function isOwn({ name, source }: Argument, section: string, context: LiftingContext): boolean {
  if (source.kind !== 'parameter' || !source.key.startsWith(`${section}.`)) return false;
  return !context.quoted.has(name) && !UNFIT.test(source.key.slice(section.length + 1));
}

function fieldOf({ source }: Argument): string {
  return source.kind === 'parameter' ? source.key.slice(source.key.indexOf('.') + 1) : '';
}
