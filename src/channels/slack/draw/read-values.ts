import { z } from "zod";
import type { FormValues } from "../../../message/form.ts";
import { readFieldBlockId } from "./ids.ts";

const option = z.looseObject({ value: z.string() });
const elementSchema = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("plain_text_input"), value: z.string().nullish() }),
  z.looseObject({ type: z.literal("datepicker"), selected_date: z.string().nullish() }),
  z.looseObject({ type: z.literal("timepicker"), selected_time: z.string().nullish() }),
  z.looseObject({ type: z.literal("static_select"), selected_option: option.nullish() }),
  z.looseObject({ type: z.literal("radio_buttons"), selected_option: option.nullish() }),
  z.looseObject({ type: z.literal("multi_static_select"), selected_options: z.array(option).nullish() }),
  z.looseObject({ type: z.literal("checkboxes"), selected_options: z.array(option).nullish() }),
]);

/**
 * What stood in a form's fields, by field: of `view.state.values`, or of `state.values` of a message. A field left empty is missing, a choice of many with
 * nothing chosen is []. What is not ours or malformed is left out; nothing throws, whatever was sent.
 */
export function readStateValues(values: unknown): FormValues {
  if (typeof values !== "object" || values === null) return {};
  const read = Object.entries(values).flatMap(([blockId, elements]): [string, string | readonly string[]][] => {
    const field = readFieldBlockId(blockId);
    const [element]: unknown[] = typeof elements === "object" && elements !== null ? Object.values(elements) : [];
    const parsed = elementSchema.safeParse(element);
    const value = field !== undefined && parsed.success ? valueIn(parsed.data) : undefined;
    return field === undefined || value === undefined ? [] : [[field, value]];
  });
  return Object.fromEntries(read);
}

function valueIn(element: z.infer<typeof elementSchema>): string | readonly string[] | undefined {
  switch (element.type) {
    case "plain_text_input":
      return element.value ?? undefined;
    case "datepicker":
      return element.selected_date ?? undefined;
    case "timepicker":
      return element.selected_time ?? undefined;
    case "static_select":
    case "radio_buttons":
      return element.selected_option?.value;
    case "multi_static_select":
    case "checkboxes":
      return element.selected_options?.map(({ value }) => value);
    default:
      return element satisfies never;
  }
}
