import { describe, expect, it } from "vitest";
import { readWish } from "../../../src/coach/settings/read-wish.ts";

describe("a wish about one's own settings", () => {
  it.each([
    ["asetukset", { kind: "show" }],
    ["kieleksi englanti", { kind: "language", said: "englanti" }],
    ["vaihda kieli englanniksi", { kind: "language", said: "englanniksi" }],
    ["speak finnish", { kind: "language", said: "finnish" }],
    ["aikavyöhyke: new york", { kind: "zone", said: "new york" }],
    ["hiljaa", { kind: "quiet" }],
    ["remind me again", { kind: "pace", pace: "as-before" }],
    ["olen lomalla perjantaihin asti", { kind: "away", until: "perjantaihin", substitute: undefined }],
    ["poissa ensi viikolla", { kind: "away-week", week: "ensi viikolla", substitute: undefined }],
    ["olen lomalla viikon 52, sijainen jari", { kind: "away-week", week: "viikon 52", substitute: "jari" }],
    ["away next week", { kind: "away-week", week: "next week", substitute: undefined }],
    ["poissa 5.7.", { kind: "away", until: "5.7.", substitute: undefined }],
    ["lomalle huomisesta, sijainen matti", { kind: "away", until: "", substitute: "matti" }],
    ["on holiday from tomorrow, substitute matti", { kind: "away", until: "", substitute: "matti" }],
    ["lomalle 5.7.–1.8.", { kind: "away", from: "5.7.", until: "1.8.", substitute: undefined }],
    ["lomalla 5.-25.7., sijainen jari", { kind: "away", from: "5.", until: "25.7.", substitute: "jari" }],
    [
      "poissa 5.7.2027 - 1.8.2027 sijaisena jari",
      { kind: "away", from: "5.7.2027", until: "1.8.2027", substitute: "jari" },
    ],
    [
      "on holiday from 5 july to 1 august, substitute priya",
      { kind: "away", from: "5 july", until: "1 august", substitute: "priya" },
    ],
    ["away 5–25 july with jari", { kind: "away", from: "5", until: "25 july", substitute: "jari" }],
    ["i'm away until 5 july, substitute priya", { kind: "away", until: "5 july", substitute: "priya" }],
    ["remind me every tuesday at 8", { kind: "weekly", said: "every tuesday at 8" }],
    ["viikkoviesti klo 7", { kind: "weekly", said: "klo 7" }],
    ["jatka muistutuksia", { kind: "pace", pace: "as-before" }],
    ["muistuta joka viikko", { kind: "pace", pace: "weekly" }],
    ["remind me every second week", { kind: "pace", pace: "every-second" }],
    ["lopeta viikkoviestit", { kind: "pace", pace: "stopped" }],
    ["viikkoviesti", { kind: "preview" }],
    ["weekly message", { kind: "preview" }],
    ["mitä esihenkilö näkee?", { kind: "manager-sees" }],
  ])("is known: %s", (said, wish) => {
    expect(readWish(said)).toEqual(wish);
  });

  it.each([
    "poissa on vaikea olla",
    "kieli on meille tärkeä asia",
    "muistuta minua soittamaan jarille",
    "remind me to call",
    "lomalla ei vastata puhelimeen",
    "loma 3 viikkoa kesällä",
    "lomalla 2-3 asiakasta soitti",
    "hiljaa hyvä tulee",
    "joka viikko",
    "every second week",
    "palaute",
    "tauko",
    "edellinen",
  ])("is not taken from what may be an answer or another command: %s", (said) => {
    expect(readWish(said)).toBeUndefined();
  });
});
