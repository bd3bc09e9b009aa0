import { z } from "zod";

/** So much of a line travels in a button. */
export const LONGEST_LINE = 900;

/** A dictated line that waits for a choice: the key of the message in which it came (chosen twice, it is one contact), and the day on which it came. */
export const waitingLineFields = {
  text: z.string().max(LONGEST_LINE),
  once: z.string().max(300),
  /** Where it is missing, the day of the choice. */
  day: z.iso.date().optional(),
} as const;
const waitingLineSchema = z.strictObject(waitingLineFields);
export type WaitingLine = z.infer<typeof waitingLineSchema>;
export type DatedLine = WaitingLine & { readonly day: string };

/** The line alone, of what carries it. */
export function waitingLine({ text, once, day }: WaitingLine): WaitingLine {
  return day === undefined ? { text, once } : { text, once, day };
}
