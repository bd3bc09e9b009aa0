import { expect } from "vitest";
import { readAction } from "../../../src/coach/action.ts";
import type { Field, Form } from "../../../src/message/form.ts";
import { LIMITS } from "../../../src/message/limits.ts";
import type { Block, Message, Option } from "../../../src/message/message.ts";

/** What the coach says in a message: its headings and paragraphs; rows, facts, tables, forms and pictures are results and choices. */
export function spokenLength({ blocks }: Message): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === "heading") return sum + block.text.length;
    if (block.kind !== "paragraph") return sum;
    const words = typeof block.words === "string" ? [block.words] : block.words;
    return sum + words.reduce((length, span) => length + (typeof span === "string" ? span : span.text).length, 0);
  }, 0);
}

/** Every limit of src/message/limits.ts, but the length of what is said. */
export function checkLimits(message: Message): void {
  expect(message.text.trim()).not.toBe("");
  expect(message.text).not.toMatch(/\{\{|undefined|NaN|\[object/);
  expect(message.text).not.toMatch(/!|\.\.|…\./);
  expect(message.text.length).toBeLessThanOrEqual(LIMITS.wholeMessage);
  expect(JSON.stringify(message.blocks, withoutActions).length).toBeLessThanOrEqual(LIMITS.wholeMessage * 2);
  expect(message.blocks.length).toBeGreaterThan(0);
  expect(message.blocks.length).toBeLessThanOrEqual(LIMITS.blocks);
  expect(message.blocks.flatMap(optionsIn).filter(({ primary }) => primary).length).toBeLessThanOrEqual(2);
  for (const block of message.blocks) checkBlock(block);
}

function withoutActions(key: string, value: unknown): unknown {
  return key === "action" || key === "chart" ? undefined : value;
}

function optionsIn(block: Block): readonly Option[] {
  return block.kind === "choices" ? block.options : [];
}

function checkBlock(block: Block): void {
  switch (block.kind) {
    case "heading":
      expect(block.text.length).toBeLessThanOrEqual(LIMITS.heading);
      return;
    case "choices":
      expect(block.options.length).toBeLessThanOrEqual(LIMITS.actionsPerCard);
      expect(block.options.length + (block.more?.length ?? 0)).toBeGreaterThan(0);
      for (const option of [...block.options, ...(block.more ?? [])]) checkOption(option, LIMITS.buttonLabel);
      // What stands in sight is not in the menu too.
      for (const { action } of block.more ?? []) expect(block.options.map((one) => one.action)).not.toContain(action);
      return;
    case "levels":
      for (const option of block.options) {
        checkOption(option, LIMITS.optionLabel);
        expect(option.description).not.toBe("");
        expect(option.description.length).toBeLessThanOrEqual(LIMITS.description);
        expect(option.sign?.length ?? 0).toBeLessThanOrEqual(LIMITS.sign);
      }
      return;
    case "form":
      checkForm(block.form);
      return;
    case "picture":
      expect(block.alt).not.toBe("");
      expect(block.alt.length).toBeLessThanOrEqual(LIMITS.alt);
      return;
    case "table":
      for (const row of block.rows) expect(row.length).toBe(block.columns.length);
      return;
    case "facts":
      for (const { label, value } of block.facts) expect(label === "" || value === "").toBe(false);
      return;
    case "file":
      expect(block.size).toBeGreaterThan(0);
      return;
    case "paragraph":
    case "progress":
      return;
    default:
      block satisfies never;
  }
}

function checkOption({ label, action }: Option, longest: number): void {
  expect(label).not.toBe("");
  expect(label.length, label).toBeLessThanOrEqual(longest);
  checkAction(action);
}

function checkAction(action: string): void {
  expect(action.length).toBeLessThanOrEqual(LIMITS.action);
  expect(readAction(action), action).toBeDefined();
}

export function checkForm({ title, fields, submit, action }: Form): void {
  expect(title.length, title).toBeLessThanOrEqual(LIMITS.formTitle);
  expect(submit.length, submit).toBeLessThanOrEqual(LIMITS.formSubmit);
  checkAction(action);
  expect(fields.length).toBeGreaterThan(0);
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  for (const field of fields) checkField(field);
}

function checkField(field: Field): void {
  if (field.kind === "note") return;
  if (field.kind === "rows") {
    for (const { label, action } of [...field.rows.map(({ edit }) => edit), ...(field.add ? [field.add] : [])]) {
      expect(label.length, label).toBeLessThanOrEqual(LIMITS.buttonLabel);
      checkAction(action);
    }
    for (const { text } of field.rows) expect(text.length).toBeLessThanOrEqual(LIMITS.fieldHint);
    return;
  }
  expect(field.label).not.toBe("");
  expect(field.label.length).toBeLessThanOrEqual(LIMITS.fieldLabel);
  expect(field.hint?.length ?? 0).toBeLessThanOrEqual(LIMITS.fieldHint);
  if (field.kind === "text") expect(field.maxLength).toBeLessThanOrEqual(LIMITS.answerText);
  if (field.kind !== "pick" && field.kind !== "pick-many") return;
  for (const { label, value } of field.options) {
    expect(label.length).toBeLessThanOrEqual(LIMITS.optionLabel);
    expect(value).not.toBe("");
    expect(value.length).toBeLessThanOrEqual(LIMITS.optionValue);
  }
  expect(new Set(field.options.map(({ value }) => value)).size).toBe(field.options.length);
}
