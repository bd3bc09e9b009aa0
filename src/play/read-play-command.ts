const COMMANDS = {
  why: ["miksi", "why"],
  tip: ["vihje", "tip"],
  example: ["esimerkki", "example"],
  back: ["edellinen", "takaisin", "back"],
  skip: ["ohita", "skip"],
  quit: ["lopeta", "quit", "exit"],
} as const;

export type PlayCommand = keyof typeof COMMANDS;

/** A command, in either language, when the line is nothing but its word. */
export function readPlayCommand(line: string): PlayCommand | undefined {
  const word = line.trim().toLowerCase();
  const names: readonly PlayCommand[] = ["why", "tip", "example", "back", "skip", "quit"];
  return names.find((name) => COMMANDS[name].some((spelling) => spelling === word));
}
