import type { FormValues } from "../message/form.ts";

/** A field that holds one text; "" where it was left empty. */
export function one(value: FormValues[string] | undefined): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

/** A field that holds several; none where it was left empty. */
export function many(value: FormValues[string] | undefined): readonly string[] {
  return typeof value === "string" ? (value === "" ? [] : [value]) : (value ?? []);
}
