import { z } from "zod";
import { bilingual, earlierRef, sentence, slug, stepSchema } from "./step.ts";

/** One tool of a workbook: one conversation with a beginning, a result and effects. Answers are kept by step id. */
export const flowSchema = z.strictObject({
  $schema: z.string().optional(),
  id: slug,
  workbook: slug,
  title: bilingual(40),
  /** Names people use for it when they start it ("digikypsyys"), beside its title and id. */
  alsoKnownAs: z.strictObject({ fi: z.array(z.string().min(1)), en: z.array(z.string().min(1)) }).optional(),
  /** What the team gets out of it: part of the first message. */
  gives: sentence,
  /** each: alone, in private chats; together: one shared answer, in a thread; own: a person's own record. */
  participation: z.enum(["each", "together", "own"]),
  /** An each flow that may also be run together, or a together flow that may be one's own. */
  alsoAs: z.array(z.enum(["each", "together", "own"])).optional(),
  minutes: z.int().min(1).max(60),
  /** Worth reading first. */
  reading: sentence.optional(),
  /** Flows that are better done before this one; offered where they exist. */
  betterAfter: z.array(slug).optional(),
  /** A flow whose agreed answers this one builds on; it cannot start without. */
  needs: slug.optional(),
  /** Step → the earlier answer that it begins with; the facilitator may change it. */
  beginsWith: z.record(slug, earlierRef).optional(),
  /** Scale id → the names of its levels, the lowest first. */
  scales: z.record(slug, z.array(bilingual(30)).min(2).max(7)).default({}),
  /** Where a longer flow stops itself and offers a time: each sitting begins at a step. Left out, the flow is one sitting. */
  sittings: z.array(z.strictObject({ from: slug, minutes: z.int().min(1).max(10) })).optional(),
  steps: z.array(stepSchema).min(1),
  /** A registered function that makes the result. */
  result: slug,
  /** Registered functions that turn answers into records. */
  effects: z.array(slug).default([]),
});
export type Flow = z.infer<typeof flowSchema>;
