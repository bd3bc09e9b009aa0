import { expect, test } from "vitest";
import { groupsOf, linesOf, writtenAt } from "../../../../src/channels/web/page/state/lines.ts";
import type { Sending } from "../../../../src/channels/web/page/state/outbox.ts";
import { coach, jari, message, satu } from "./sample-messages.ts";

const spot = { room: "channel:huolto", thread: null };

function sending(deed: Sending["deed"], eventId = "e1"): Sending {
  return { eventId, person: "satu", deed };
}

const hello = sending({ verb: "say", room: "channel:huolto", thread: null, text: "hei", at: 9000 });

test("what is on its way stands last and says so", () => {
  const lines = linesOf(spot, [message(1)], [hello], satu);
  expect(lines.map((line) => [line.text, line.sending])).toEqual([
    ["viesti 1", null],
    ["hei", "message"],
  ]);
});

test("it does not stand twice once it has come by the event stream", () => {
  const arrived = message(2, { id: "said:satu:e1", from: satu, text: "hei" });
  expect(linesOf(spot, [message(1), arrived], [hello], satu)).toHaveLength(2);
});

test("what was said elsewhere does not show here", () => {
  const elsewhere = sending({ verb: "say", room: "channel:huolto", thread: "r1", text: "hei", at: 1 });
  expect(linesOf(spot, [], [elsewhere], satu)).toEqual([]);
});

test("an edit shows its new text, a tap marks its message, while they are on their way", () => {
  const edit = sending({ verb: "edit", message: "m1", text: "parempi" });
  const tap = sending({ verb: "tap", message: "m2", action: "go" }, "e2");
  const lines = linesOf(spot, [message(1, { from: satu }), message(2)], [edit, tap], satu);
  expect(lines.map((line) => [line.text, line.sending])).toEqual([
    ["parempi", "change"],
    ["viesti 2", "tap"],
  ]);
});

test("what is written now comes after what shows, also where this computer's clock is behind", () => {
  const shown = [message(1, { at: 8000 }), message(2, { at: 9000 }), message(3, { at: 8500 })];
  expect(writtenAt(shown, 4000)).toBe(9000);
  expect(writtenAt(shown, 9500)).toBe(9500);
  expect(writtenAt([], 4000)).toBe(4000);
});

test("messages of one sender within five minutes share a name; another sender, a pause and a new day do not", () => {
  const at = (minutes: number) => minutes * 60_000;
  const messages = [
    message(1, { from: satu, at: at(0) }),
    message(2, { from: satu, at: at(4) }),
    message(3, { from: jari, at: at(5) }),
    message(4, { from: jari, at: at(11) }),
    message(5, { from: coach, at: at(59) }),
    message(6, { from: coach, at: at(61) }),
  ];
  const groups = groupsOf(linesOf(spot, messages, [], satu), (time) => (time < at(60) ? "tänään" : "huomenna"));
  expect(groups.map((group) => group.lines.map((line) => line.key))).toEqual([
    ["m1", "m2"],
    ["m3"],
    ["m4"],
    ["m5"],
    ["m6"],
  ]);
  expect(groups.map((group) => group.newDay)).toEqual([true, false, false, false, true]);
});
