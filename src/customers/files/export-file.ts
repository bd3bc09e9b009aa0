import { z } from "zod";
import { collection } from "../../store/collection.ts";

/** That somebody took customers out as a file: the history of exports, and what the file is made of when it is fetched. */
export const exportFileSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  person: z.string(),
  format: z.enum(["csv", "xlsx"]),
  /** "own": the person's own customers only. */
  of: z.enum(["all", "own"]),
  /** How many customers there were when it was asked for. */
  count: z.int(),
  at: z.number(),
  /** When it was fetched, the first time and last. */
  openedAt: z.number().nullable(),
  /** After this it is not given any more. */
  until: z.number(),
});
export type ExportFile = z.infer<typeof exportFileSchema>;

export const exportFiles = collection({
  name: "exportFiles",
  schema: exportFileSchema,
  indexes: [{ name: "company-at", fields: ["company", "at"] }],
  queries: { ofCompany: { equals: ["company"], range: "at" } },
});
