import { z } from "zod";
import type { FormValues } from "../../message/form.ts";
import { readSubmittedValues } from "./submitted-values.ts";

const dataSchema = z.looseObject({
  action: z.string().min(1).max(1500),
  opens: z.literal("form").optional().catch(undefined),
  opener: z.string().max(1500).optional().catch(undefined),
  openerMessage: z.string().max(400).optional().catch(undefined),
});

/** What an action of a card came back with. */
export interface Tapped {
  readonly action: string;
  readonly opensForm: boolean;
  /** Set on a dialog's submit: what to ask the coach for, to draw the dialog again with its mistakes. */
  readonly opener: { readonly action: string; readonly message: string } | null;
  readonly values: FormValues;
}

/** Reads the data of an Action.Execute as the client sent it; undefined when it is not one of ours. */
export function readTapped(data: unknown): Tapped | undefined {
  const read = dataSchema.safeParse(data);
  if (!read.success) return undefined;
  const { action, opens, opener, openerMessage } = read.data;
  return {
    action,
    opensForm: opens === "form",
    opener: opener !== undefined && openerMessage !== undefined ? { action: opener, message: openerMessage } : null,
    values: readSubmittedValues(read.data),
  };
}
