import { z } from "zod";
import { flowSchema } from "../flow/flow.ts";
import { collection } from "../store/collection.ts";

/** A flow as it was: each parsed flow is stored once by its content hash, so that closed rounds can be drawn as they were asked. */
export const contentSchema = z.strictObject({ _id: z.string(), flow: flowSchema });
export type Content = z.infer<typeof contentSchema>;

export const contents = collection({ name: "contents", schema: contentSchema, indexes: [], queries: {} });
