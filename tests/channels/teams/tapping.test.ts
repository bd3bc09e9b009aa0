import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Form } from "../../../src/message/form.ts";
import type { Message } from "../../../src/message/message.ts";
import { StoreUnavailable } from "../../../src/store/store-errors.ts";
import { PLANNING } from "../../support/teams/fake-connector.ts";
import { SATU, startTeamsWorld, type TeamsWorld } from "../../support/teams/teams-world.ts";

let world: TeamsWorld;
beforeEach(async () => {
  world = await startTeamsWorld();
});
afterEach(() => world.stop());

const MESSAGE = "application/vnd.microsoft.activity.message";
const CARD = "application/vnd.microsoft.card.adaptive";
const form: Form = {
  title: "Uusi kierros",
  submit: "Avaa kierros",
  action: "open:1",
  fields: [
    { kind: "date", id: "date", label: "Sulkeutuu", value: "2026-11-27" },
    { kind: "pick-many", id: "invited", label: "Kutsutut", options: [{ value: "p1", label: "Satu" }], optional: true },
  ],
};

function question(text: string, label = "Määritetty"): Message {
  const option = { label, mark: "3", action: "answer:3", description: "Järjestelmissä." };
  return {
    text,
    language: "fi",
    blocks: [
      { kind: "heading", text },
      { kind: "levels", options: [option] },
    ],
  };
}

/** Posts a message to Satu's private chat and gives the activity id under which it stands. */
async function asks(message: Message): Promise<{ readonly id: string; readonly activity: string }> {
  await world.plays("installed-personally");
  const place = { kind: "private", person: await world.personOf(SATU) } as const;
  const { message: id } = await world.channel.post(await world.company(), place, message, "d1");
  return { id, activity: id.split("/").at(-1) ?? "" };
}

const bodySchema = z.looseObject({
  value: z.unknown().optional(),
  task: z.looseObject({ value: z.unknown() }).optional(),
});
const textOf = (body: unknown) => JSON.stringify(bodySchema.parse(body));

describe("a tap", () => {
  test("tells the coach what the button carries, and of which message", async () => {
    const { id, activity } = await asks(question("Strategia"));
    await world.plays("tapped", { replyToId: activity });
    expect(world.heard.at(-1)).toMatchObject({
      kind: "tapped",
      action: "answer:3",
      message: id,
      place: { kind: "private" },
    });
  });

  test("is answered with the card as it is being drawn anew", async () => {
    const { id, activity } = await asks(question("Strategia"));
    const place = { kind: "private", person: await world.personOf(SATU) } as const;
    const company = await world.company();
    let edited: Promise<void> = Promise.resolve();
    world.answer(() => {
      edited = world.channel.edit(company, place, id, question("Kirjattu: 3", "Muuta"));
      return { kind: "taken" };
    });
    const { status, body } = await world.plays("tapped", { replyToId: activity });
    await edited;
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: CARD });
    expect(textOf(body)).toContain("Kirjattu: 3");
  });

  test("is answered with the card as it stands when nothing changes", async () => {
    const { activity } = await asks(question("Strategia"));
    const { body } = await world.plays("tapped", { replyToId: activity });
    expect(body).toMatchObject({ type: CARD });
    expect(textOf(body)).toContain("Strategia");
  });

  test("on a card of before a restart is answered with a word", async () => {
    const { body } = await world.plays("tapped");
    expect(body).toEqual({ statusCode: 200, type: MESSAGE, value: "Selvä." });
  });

  test("that brings a notice shows it to the one who tapped", async () => {
    world.answer(() => ({ kind: "taken", notice: "Tämä nappi on vanha." }));
    const { body } = await world.plays("tapped");
    expect(body).toEqual({ statusCode: 200, type: MESSAGE, value: "Tämä nappi on vanha." });
  });

  test("whose form in the message has mistakes shows them with what was typed", async () => {
    const hands: Form = {
      title: "Kädet",
      submit: "Tallenna",
      action: "hands",
      fields: [{ kind: "number", id: "hands", label: "Montako kättä" }],
    };
    const { activity } = await asks({ text: "Kädet", language: "fi", blocks: [{ kind: "form", form: hands }] });
    world.answer(() => ({ kind: "mistakes", mistakes: { hands: "Kirjoita luku." } }));
    const data = { action: "hands", "text.hands": "kolme tai neljä" };
    const value = { action: { type: "Action.Execute", verb: "luotsi", data }, trigger: "manual" };
    const { body } = await world.plays("tapped", { replyToId: activity, value });
    expect(textOf(body)).toContain("Kirjoita luku.");
    expect(textOf(body)).toContain("kolme tai neljä");
  });

  test("that turns out to open a form gets a button that can", async () => {
    world.answer(() => ({ kind: "form", form }));
    const { body } = await world.plays("tapped");
    expect(textOf(body)).toContain('"msteams":{"type":"task/fetch"}');
  });

  test.each([
    ["another verb", { action: { verb: "delete-all", data: { action: "answer:3" } } }],
    ["no action", { action: { verb: "luotsi", data: { rows: 1 } } }],
    ["an action that is too long", { action: { verb: "luotsi", data: { action: "x".repeat(2_000) } } }],
    ["nothing at all", undefined],
  ])("with %s is refused kindly, never reaches the coach, and is logged by ids alone", async (_what, value) => {
    const { body } = await world.plays("tapped", { value });
    expect(body).toMatchObject({ statusCode: 200, type: MESSAGE, value: expect.stringContaining("vanha") });
    expect(world.heard).toEqual([]);
    const told = world.logged.at(-1) ?? {};
    expect(Object.keys(told).sort()).toEqual(["company", "event", "person", "text"]);
  });

  test("by a guest gets one sentence", async () => {
    const from = { id: "29:1XGuestPairwiseId", name: "Vieras", aadObjectId: "x" };
    const { body } = await world.plays("tapped", { from });
    expect(body).toMatchObject({ type: MESSAGE, value: expect.stringContaining("vain sen yrityksen omia") });
    expect(world.heard).toEqual([]);
  });

  test("while the store is away says so, since nobody repeats it", async () => {
    world.answer(() => new StoreUnavailable("away"));
    const { status, body } = await world.plays("tapped");
    expect(status).toBe(200);
    expect(body).toMatchObject({ type: MESSAGE, value: expect.stringContaining("Tallennus ei onnistu") });
  });

  test("on a channel's card stands in the channel, though it begins a thread of its own", async () => {
    const conversation = { conversationType: "channel", id: `${PLANNING};messageid=1795417410000` };
    await world.plays("dialog-opened", { conversation });
    expect(world.heard.at(-1)).toMatchObject({ place: { kind: "channel" }, message: `${PLANNING}/1795417410000` });
  });
});

describe("a dialog", () => {
  test("opens with the coach's form, whose buttons submit it and remember what opened it", async () => {
    world.answer(() => ({ kind: "form", form }));
    const { body } = await world.plays("dialog-opened");
    expect(body).toMatchObject({
      task: {
        type: "continue",
        value: { title: "Uusi kierros", card: { contentType: CARD, content: { version: "1.5" } } },
      },
    });
    const drawn = textOf(body);
    expect(drawn).toContain('"type":"Action.Submit"');
    expect(drawn).not.toContain("Action.Execute");
    expect(drawn).toContain(`"opener":"prepare:1","openerMessage":"${PLANNING}/1795417410000"`);
  });

  test("that does not open says why", async () => {
    world.answer(() => ({ kind: "taken", notice: "Digikypsyys on jo käynnissä." }));
    const { body } = await world.plays("dialog-opened");
    expect(body).toEqual({ task: { type: "message", value: "Digikypsyys on jo käynnissä." } });
  });

  test("that was submitted is on disk before it closes", async () => {
    const { status, body } = await world.plays("dialog-submitted");
    expect([status, body]).toEqual([200, {}]);
    expect(world.heard.at(-1)).toMatchObject({
      kind: "submitted",
      action: "open:1",
      values: { date: "2026-11-27", invited: ["p1", "p2"] },
    });
  });

  test("that was submitted with mistakes is drawn again with them and what was typed, and nothing is lost", async () => {
    world.answer((incoming) =>
      incoming.kind === "submitted"
        ? { kind: "mistakes", mistakes: { date: "Valitse päivä, joka on edessä." } }
        : { kind: "form", form },
    );
    const { body } = await world.plays("dialog-submitted");
    const drawn = textOf(body);
    expect(drawn).toContain("Valitse päivä, joka on edessä.");
    expect(drawn).toContain('"value":"2026-11-27"');
    expect(drawn).toContain('"value":"p1,p2"');
  });

  test("leads on to another form, and what opened that one is what led there", async () => {
    world.answer(() => ({ kind: "form", form: { ...form, title: "Rivi" } }));
    const data = { action: "row:1", opener: "table:1", openerMessage: `${PLANNING}/1795417410000` };
    const { body } = await world.plays("dialog-submitted", { value: { data } });
    expect(body).toMatchObject({ task: { type: "continue", value: { title: "Rivi" } } });
    expect(textOf(body)).toContain('"opener":"row:1"');
  });

  test("stays open with what was typed while the store is away", async () => {
    world.answer(() => new StoreUnavailable("away"));
    expect((await world.plays("dialog-submitted")).status).toBe(503);
  });
});

describe("an invoke that Luotsi does not know", () => {
  test.each(["foo/bar", "config/fetch", "message/submitAction"])("%s is answered with a card", async (name) => {
    const { status, body } = await world.plays("tapped", { name });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 200,
      type: CARD,
      value: { fallbackText: expect.stringContaining("ohje") },
    });
  });

  test("a message extension gets its own kind of sentence", async () => {
    const { body } = await world.plays("tapped", { name: "composeExtension/query" });
    expect(body).toMatchObject({ composeExtension: { type: "message", text: expect.stringContaining("ohje") } });
  });
});
