import type { Problem } from '../adapter/conversion.ts';
import type { Match, Pattern, Stmt } from '../ast.ts';
import { bindingsOfPattern, walk } from '../walk.ts';

/** Checks what the patterns of `match` statements bind, and that no pattern before the last takes everything. */
export function checkMatchPatterns(statement: Stmt): readonly Problem[] {
  const problems: Problem[] = [];
  walk(statement, (node) => {
    if (node.type === 'Match') checkMatch(problems, node);
  });
  return problems;
}

function checkMatch(problems: Problem[], match: Match): void {
  match.cases.forEach((each, index) => {
    const isLast = index === match.cases.length - 1;
    if (!isLast && !each.guard && isIrrefutable(each.pattern)) {
      report(problems, each.pattern, 'this pattern makes the ones after it unreachable');
    }
    checkBindings(problems, each.pattern);
    walk(each.pattern, (node) => {
      if (node.type === 'MatchOr') checkAlternatives(problems, node.patterns);
      if (
        node.type === 'MatchSequence' &&
        node.patterns.filter((item) => item.type === 'MatchStar').length > 1
      ) {
        report(problems, node, 'a sequence pattern has at most one starred name');
      }
    });
  });
}

function isIrrefutable(pattern: Pattern): boolean {
  if (pattern.type === 'MatchOr') return pattern.patterns.some(isIrrefutable);
  return pattern.type === 'MatchAs' && (pattern.pattern === null || isIrrefutable(pattern.pattern));
}

/** A name may be bound once; alternatives may bind the same names. */
function checkBindings(problems: Problem[], pattern: Pattern): void {
  const seen = new Set<string>();
  for (const name of uniqueBindings(pattern)) {
    if (seen.has(name)) report(problems, pattern, `\`${name}\` is bound twice in a pattern`);
    seen.add(name);
  }
}

function uniqueBindings(pattern: Pattern): readonly string[] {
  if (pattern.type === 'MatchOr') return [...new Set(pattern.patterns.flatMap(uniqueBindings))];
  if (pattern.type === 'MatchAs') {
    const inner = pattern.pattern ? uniqueBindings(pattern.pattern) : [];
    return pattern.name === null ? inner : [...inner, pattern.name];
  }
  if (pattern.type === 'MatchStar') return pattern.name === null ? [] : [pattern.name];
  if (pattern.type === 'MatchSequence') return pattern.patterns.flatMap(uniqueBindings);
  if (pattern.type === 'MatchClass')
    return [...pattern.patterns, ...pattern.kwd_patterns].flatMap(uniqueBindings);
  if (pattern.type === 'MatchMapping') {
    return [...pattern.patterns.flatMap(uniqueBindings), ...(pattern.rest === null ? [] : [pattern.rest])];
  }
  return [];
}

function checkAlternatives(problems: Problem[], alternatives: readonly Pattern[]): void {
  const names = alternatives.map((each) => [...new Set(bindingsOfPattern(each))].sort().join(' '));
  alternatives.forEach((each, index) => {
    if (names[index] !== names[0]) report(problems, each, 'alternative patterns bind different names');
    if (index < alternatives.length - 1 && isIrrefutable(each)) {
      report(problems, each, 'this pattern makes the ones after it unreachable');
    }
  });
}

function report(problems: Problem[], place: Pattern, message: string): void {
  problems.push({ code: 'S001', start: place.start, end: place.end, message });
}
