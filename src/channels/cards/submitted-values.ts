import type { Field, FormValues } from "../../message/form.ts";

/**
 * How a field is called in a card. Inputs and the action's own data come back in one flat object, and a choice of many as one text joined by
 * commas; so the name says what kind of value it holds, and choices are escaped where they would break the joining.
 */
export function inputId(field: Field): string {
  switch (field.kind) {
    case "text":
    case "number":
    case "date":
    case "time":
      return `text.${field.id}`;
    case "pick":
      return `pick.${field.id}`;
    case "pick-many":
      return `many.${field.id}`;
    case "note":
    case "rows":
      return `${field.kind}.${field.id}`;
    default:
      return field satisfies never;
  }
}

export function escapeChoice(value: string): string {
  return value.replaceAll("%", "%25").replaceAll(",", "%2C");
}

function readChoice(escaped: string): string {
  return escaped.replaceAll("%2C", ",").replaceAll("%25", "%");
}

/** What a card's inputs came back with, by field. What is not an input of ours is left out; nothing throws, whatever was sent. */
export function readSubmittedValues(data: { readonly [key: string]: unknown }): FormValues {
  const values: [string, string | readonly string[]][] = [];
  for (const [key, value] of Object.entries(data)) {
    if (typeof value !== "string") continue;
    const [, kind, field] = /^(text|pick|many)\.(.+)$/s.exec(key) ?? [];
    if (kind === undefined || field === undefined) continue;
    if (kind === "text") values.push([field, value]);
    else if (kind === "pick") values.push([field, readChoice(value)]);
    else
      values.push([
        field,
        value
          .split(",")
          .filter((one) => one !== "")
          .map(readChoice),
      ]);
  }
  return Object.fromEntries(values);
}
