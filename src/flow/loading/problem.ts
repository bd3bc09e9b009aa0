/** A mistake in content: where it is and what to do about it. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** "steps.data-management.ask.fi": steps and options by id, other list items by number from 1. Empty when it concerns the whole file. */
  readonly path: string;
  readonly problem: string;
}

/** `file:line path: problem`, which terminals and editors make clickable. */
export function problemText({ file, line, path, problem }: Problem): string {
  return `${file}:${line}${path === "" ? "" : ` ${path}`}: ${problem}`;
}

/** File by file, from the top down. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
