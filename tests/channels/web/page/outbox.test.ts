import { expect, test } from "vitest";
import { Unreachable } from "../../../../src/channels/web/page/state/api.ts";
import type { Answer } from "../../../../src/channels/web/page/state/deed.ts";
import { openOutbox, type Sending } from "../../../../src/channels/web/page/state/outbox.ts";

function said(eventId: string): Sending {
  return { eventId, person: "satu", deed: { verb: "say", room: "private:satu", thread: null, text: eventId, at: 1 } };
}

function memory(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => held.set(key, value),
    removeItem: (key) => held.delete(key),
  };
}

/** A server that answers by a list: an answer, or "away". Resolves when `count` answers have come. */
function scripted(script: readonly (Answer | "away")[], storage = memory()) {
  const tried: string[] = [];
  const answered: { readonly eventId: string; readonly kind: string; readonly earlier: boolean }[] = [];
  const failures: boolean[] = [];
  const outbox = openOutbox({
    storage,
    send: async (sending) => {
      const next = script[tried.length] ?? { kind: "taken" };
      tried.push(sending.eventId);
      if (next === "away") throw new Unreachable("away");
      return next;
    },
    pause: () => Promise.resolve(),
  });
  const emptied = () =>
    new Promise<void>((resolve) => {
      outbox.watch({
        changed: (waiting, failing) => {
          failures.push(failing);
          if (waiting.length === 0) resolve();
        },
        answered: (sending, answer, earlier) => answered.push({ eventId: sending.eventId, kind: answer.kind, earlier }),
      });
    });
  return { outbox, storage, tried, answered, failures, emptied };
}

test("what was said goes out in order, one at a time", async () => {
  const { outbox, tried, answered, emptied } = scripted([]);
  for (const id of ["a", "b", "c"]) outbox.add(said(id));
  await emptied();
  expect(tried).toEqual(["a", "b", "c"]);
  expect(answered.map((one) => one.kind)).toEqual(["taken", "taken", "taken"]);
});

test("an unreachable server is asked again with the same event id, and the next one waits", async () => {
  const { outbox, tried, failures, emptied } = scripted(["away", "away", { kind: "taken" }]);
  outbox.add(said("a"));
  outbox.add(said("b"));
  await emptied();
  expect(tried).toEqual(["a", "a", "a", "b"]);
  expect(failures).toContain(true);
  expect(failures.at(-1)).toBe(false);
});

test("a refusal is an answer and is not repeated", async () => {
  const { outbox, tried, answered, emptied } = scripted([{ kind: "refused", sentence: "Liian pitkä." }]);
  outbox.add(said("a"));
  await emptied();
  expect(tried).toEqual(["a"]);
  expect(answered).toEqual([{ eventId: "a", kind: "refused", earlier: false }]);
});

test("what a reload left behind is sent by the next page, and told apart", async () => {
  const storage = memory();
  const before = openOutbox({
    storage,
    send: () => Promise.reject(new Unreachable("away")),
    pause: () => new Promise(() => undefined),
  });
  before.add(said("left"));
  const { outbox, tried, answered, emptied } = scripted([], storage);
  outbox.add(said("new"));
  await emptied();
  expect(tried).toEqual(["left", "new"]);
  expect(answered.map((one) => one.earlier)).toEqual([true, false]);
});

test("damaged storage does not stop the page", async () => {
  for (const damaged of ["{", '"text"', '[{"eventId":1},null]']) {
    const storage = memory();
    storage.setItem("luotsi.outbox", damaged);
    const { outbox, tried, emptied } = scripted([], storage);
    outbox.add(said("a"));
    await emptied();
    expect(tried).toEqual(["a"]);
  }
});

test("waking it tries at once instead of waiting out the pause", async () => {
  let away = true;
  const sent: string[] = [];
  const outbox = openOutbox({
    storage: memory(),
    send: async (sending) => {
      if (away) throw new Unreachable("away");
      sent.push(sending.eventId);
      return { kind: "taken" };
    },
    pause: () => new Promise(() => undefined),
  });
  await new Promise<void>((resolve) => {
    let woken = false;
    outbox.watch({
      changed: (waiting, failing) => {
        if (failing && !woken) {
          woken = true;
          away = false;
          queueMicrotask(() => queueMicrotask(() => outbox.wake()));
        }
        if (waiting.length === 0 && sent.length > 0) resolve();
      },
      answered: () => undefined,
    });
    outbox.add(said("a"));
  });
  expect(sent).toEqual(["a"]);
});
