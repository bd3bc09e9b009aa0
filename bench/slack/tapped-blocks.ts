import { z } from "zod";
import type { Asked } from "../support/choose-answer.ts";

/** A button as a tap names it. */
export interface TapOf {
  readonly action_id: string;
  readonly block_id: string;
  readonly value: string;
}

/** A button with the action behind it. */
export interface SlackButton extends TapOf {
  readonly action: { readonly kind: string; readonly [field: string]: unknown };
}

const actionsSchema = z.object({ type: z.literal("actions"), block_id: z.string(), elements: z.array(z.unknown()) });
const buttonSchema = z.object({ type: z.literal("button"), action_id: z.string(), value: z.string() });
const actionSchema = z.looseObject({ kind: z.string() });
const levelSchema = z.object({ step: z.string(), value: z.object({ kind: z.literal("level"), level: z.number() }) });

/** The buttons of a message, in order. */
export function buttonsIn(blocks: readonly unknown[]): readonly SlackButton[] {
  return blocks.flatMap((block) => {
    const { data: row } = actionsSchema.safeParse(block);
    return (row?.elements ?? []).flatMap((element) => {
      const { data: button } = buttonSchema.safeParse(element);
      if (!row || !button) return [];
      const { action_id, value } = button;
      return [{ action_id, block_id: row.block_id, value, action: actionSchema.parse(JSON.parse(value)) }];
    });
  });
}

export function askedIn(blocks: readonly unknown[]): Asked<SlackButton> | undefined {
  const levels = buttonsIn(blocks).flatMap((button) => {
    const read = button.action.kind === "answer" ? levelSchema.safeParse(button.action).data : undefined;
    return read ? [{ step: read.step, level: read.value.level, button }] : [];
  });
  const [first] = levels;
  return first && { step: first.step, levels: new Map(levels.map(({ level, button }) => [level, button])) };
}
