import { describe, expect, test } from "vitest";
import { drawMessage } from "../../../../src/channels/slack/draw/draw-message.ts";
import { readTap } from "../../../../src/channels/slack/draw/read-tap.ts";
import { drawTell } from "../../../../src/coach/draw/draw-tell.ts";
import type { Block, Option } from "../../../../src/message/message.ts";
import { everyCase } from "../../../coach/draw/every-tell.ts";
import { listener } from "../../../coach/draw/people.ts";
import { fc } from "../../../support/properties.ts";
import { anyBlock } from "./any-message.ts";
import { tapsIn } from "./taps-in.ts";

const drawing = { mention: () => undefined, picture: () => undefined };
const drawn = (...blocks: readonly Block[]) => drawMessage({ text: "x", blocks, language: "fi" }, drawing).blocks;
const read = (...blocks: readonly Block[]) => tapsIn(drawn(...blocks)).map(({ sent }) => readTap(sent));

function offered(block: Block): readonly { readonly action: string; readonly opensForm: boolean }[] {
  const tap = ({ action, opensForm }: Option) => ({ action, opensForm: opensForm === true });
  switch (block.kind) {
    case "choices":
      return [...block.options, ...(block.more ?? [])].map(tap);
    case "levels":
      return block.options.map(tap);
    case "form":
      return [
        ...block.form.fields.flatMap((field) =>
          field.kind === "rows"
            ? [...field.rows.map(({ edit }) => edit), ...(field.add ? [field.add] : [])].map(({ action }) => ({
                action,
                opensForm: true,
              }))
            : [],
        ),
        { action: block.form.action, opensForm: false },
      ];
    default:
      return [];
  }
}

const more = (count: number): readonly Option[] =>
  Array.from({ length: count }, (_, at) => ({
    label: `Poista rivi ${at}`,
    action: JSON.stringify({ kind: "remove-row", round: "myynti:palvelut:3", step: "services-now", row: `row-${at}` }),
    ...(at === 1 ? { opensForm: true } : {}),
  }));
const go: Option = { label: "Jatka", action: "go", primary: true };
const elementTypes = (block: Block) =>
  drawn(block).flatMap((one) => (one.type === "actions" ? one.elements.map(({ type }) => type) : []));

describe("a tap", () => {
  test("means what was drawn on it, in every message of the coach", () => {
    for (const { tell, sources, name } of everyCase) {
      const blocks = drawTell(sources, tell, listener("fi"))?.blocks ?? [];
      expect(read(...blocks), name).toEqual(blocks.flatMap(offered));
    }
  });

  test("means what was drawn on it, whatever the actions hold", () => {
    const block = anyBlock.filter(({ kind }) => kind === "choices" || kind === "levels");
    fc.assert(
      fc.property(block, (one) => {
        expect(read(one)).toEqual(offered(one));
      }),
    );
  });

  test("of a form's rows and button means what was drawn, as far as rows are shown", () => {
    const block = anyBlock.filter(({ kind }) => kind === "form");
    fc.assert(
      fc.property(block, (one) => {
        const taps = offered(one);
        for (const tap of read(one)) expect(taps).toContainEqual(tap);
        expect(read(one).at(-1)).toEqual(taps.at(-1));
      }),
      { numRuns: 30 },
    );
  });

  test("that was never drawn here means nothing, and nothing throws", () => {
    fc.assert(
      fc.property(fc.anything(), (sent) => {
        expect(readTap(sent)).toBeUndefined();
      }),
    );
    const [button] = tapsIn(drawn({ kind: "choices", options: [go] }));
    expect(readTap({ ...button?.sent, action_id: "other.tap.1" })).toBeUndefined();
    expect(readTap({ ...button?.sent, value: "" })).toBeUndefined();
    expect(readTap({ ...button?.sent, type: "datepicker" })).toBeUndefined();
    const [, menu] = tapsIn(drawn({ kind: "choices", options: [go], more: more(3) }));
    expect(readTap(menu?.sent)).toBeDefined();
    fc.assert(
      fc.property(fc.string({ maxLength: 75 }), fc.string({ maxLength: 100 }), (value, block_id) => {
        const tampered = readTap({ ...menu?.sent, block_id, selected_option: { value } });
        expect(tampered === undefined || tampered.action !== "").toBe(true);
      }),
    );
    expect(readTap({ ...menu?.sent, selected_option: { value: "tZ" } })).toBeUndefined();
    expect(readTap({ ...menu?.sent, selected_option: null })).toBeUndefined();
  });
});

describe("what is needed seldom", () => {
  test("stands behind “…” up to five, in a select beyond, and one alone is a button", () => {
    expect(elementTypes({ kind: "choices", options: [go], more: more(1) })).toEqual(["button", "button"]);
    expect(elementTypes({ kind: "choices", options: [go], more: more(5) })).toEqual(["button", "overflow"]);
    expect(elementTypes({ kind: "choices", options: [go], more: more(20) })).toEqual(["button", "static_select"]);
    expect(elementTypes({ kind: "choices", options: [], more: more(2) })).toEqual(["button", "button"]);
  });

  test("is buttons where a menu cannot carry it", () => {
    const long = more(3).map((option) => ({ ...option, action: option.action + "pitkä".repeat(200) + option.label }));
    expect(elementTypes({ kind: "choices", options: [go], more: long })).toEqual([
      "button",
      "button",
      "button",
      "button",
    ]);
  });

  test("is called by the menu's name", () => {
    expect(JSON.stringify(drawn({ kind: "choices", options: [go], more: more(7), moreLabel: "Poista" }))).toContain(
      '"placeholder":{"type":"plain_text","text":"Poista"',
    );
  });

  test("fits a menu in every message of the coach", () => {
    for (const { tell, sources, name } of everyCase) {
      for (const block of drawTell(sources, tell, listener("fi"))?.blocks ?? []) {
        if (block.kind !== "choices" || block.options.length === 0 || (block.more ?? []).length < 2) continue;
        expect(elementTypes(block).length, name).toBe(block.options.length + 1);
      }
    }
  });
});
