import { expect, it } from "vitest";
import { born, emptyOutbox, type Planned, taking, waitingIn } from "../../src/deliveries/outbox.ts";

const event = { id: "e1", now: 1000 };
const place = { kind: "channel", team: "koneet" } as const;
const planned: readonly Planned[] = [
  { place, how: { kind: "post" }, tell: { kind: "help" } },
  { place, how: { kind: "view", key: "card" }, tell: { kind: "topics" }, class: "reminder" },
];

it("a repeated event makes the same delivery ids, so that the platform knows them again", () => {
  const once = born({ _id: "one", company: "firma" }, event, planned);
  expect(born({ _id: "one", company: "firma" }, event, planned)).toEqual(once);
  expect(
    Object.keys(taking({ _id: "one", company: "firma", ...emptyOutbox("firma") }, event, planned).set).filter((path) =>
      path.startsWith("outbox."),
    ),
  ).toEqual(Object.keys(once.outbox).map((id) => `outbox.${id}`));
});

it("one event that changes two records makes deliveries of its own for each", () => {
  const ids = ["one", "two"].flatMap((_id) => Object.keys(born({ _id, company: "firma" }, event, planned).outbox));
  expect(new Set(ids).size).toBe(4);
});

it("what is planned waits in the order in which it was planned, and what failed waits no more", () => {
  const record = { _id: "one", company: "firma", ...born({ _id: "one", company: "firma" }, event, planned) };
  expect(waitingIn(record).map(({ tell }) => tell.kind)).toEqual(["help", "topics"]);
  const later = born({ _id: "one", company: "firma" }, { id: "e0", now: 999 }, planned).outbox;
  expect(waitingIn({ ...record, outbox: { ...record.outbox, ...later } }).map(({ plannedAt }) => plannedAt)).toEqual([
    999, 999, 1000, 1000,
  ]);
  const failed = Object.fromEntries(
    Object.entries(record.outbox).map(([id, entry]) => [id, { ...entry, state: "failed" as const }]),
  );
  expect(waitingIn({ ...record, outbox: failed })).toEqual([]);
});
