import type { Contact } from "../contact.ts";

type Line = Contact["history"][number];

/** The move by which a plan stands on another day than it was made for; undefined where it was never moved, or put back by the next one. */
export function lastMove(plan: Pick<Contact, "history" | "due">): Line | undefined {
  return movesOf(plan).at(-1);
}

/** The day for which a plan was made, wherever it was moved since. */
export function plannedFor(plan: Pick<Contact, "history" | "due">): string | null {
  return movesOf(plan)[0]?.from ?? plan.due;
}

function movesOf({ history, due }: Pick<Contact, "history" | "due">): readonly Line[] {
  const moves = history.filter(({ did }) => did === "moved");
  const standing: Line[] = [];
  for (const [nth, move] of moves.entries()) {
    const to = moves[nth + 1]?.from ?? due;
    if (standing.at(-1)?.from === to) standing.pop();
    else standing.push(move);
  }
  return standing;
}
