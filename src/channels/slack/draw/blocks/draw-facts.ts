import type { KnownBlock } from "@slack/types";
import { shorten } from "../../../../message/shorten.ts";
import { richText, run } from "./text-objects.ts";

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What stands in one line on a phone. */
export const LETTERS_ACROSS = 34;

/**
 * Labels in bold with their values: short ones a line each, a long value below its label in a block of its own. Slack's two columns of fields read their
 * values as mrkdwn, and on a phone they are one column anyway.
 */
export function drawFacts(facts: readonly Fact[], room: number): readonly KnownBlock[] {
  const most = Math.max(LETTERS_ACROSS, Math.floor(room / Math.max(facts.length, 1)));
  const lines = facts.map((fact) => {
    const [label, shown] = [shorten(fact.label, most), shorten(fact.value, most)];
    const long = label.length + shown.length > LETTERS_ACROSS * 2 || shown.includes("\n");
    if (long) return { long, runs: [run(label, { bold: true }), run(shown)] };
    const colon = label === "" || shown === "" ? "" : ": ";
    return { long, runs: [[...run(`${label}${colon}`, { bold: true }), ...run(shown)]] };
  });
  const blocks: (typeof lines)[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && !line.long && !last[0]?.long) last.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap((block) => richText(block.flatMap(({ runs }) => runs)));
}
