import { z } from "zod";
import type { Flow } from "../flow.ts";
import { bilingual, sentence, slug } from "../step.ts";

/** The file workbook.yaml of a workbook's folder: what it is called, and its flows in the order in which they are offered. */
export const workbookSchema = z.strictObject({
  title: bilingual(40),
  /** What a firm gets out of the whole workbook. */
  gives: sentence.optional(),
  flows: z.array(slug).min(1),
});

/** A workbook with its flows in the order in which they are offered. */
export interface Workbook extends Omit<z.infer<typeof workbookSchema>, "flows"> {
  readonly id: string;
  readonly flows: readonly Flow[];
}
