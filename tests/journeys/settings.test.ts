import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOME } from "../../src/channels/channel.ts";
import { type Person, people } from "../../src/people/records.ts";
import { Homes } from "../support/home-channel.ts";
import { Journey, privately } from "../support/journey.ts";
import { starts, TEAM } from "../support/maturity-round.ts";

describe("one's own settings", () => {
  let journey: Journey;
  let homes: Homes;
  beforeEach(async () => {
    homes = new Homes();
    journey = await Journey.begin({ channel: homes.before });
  });
  afterEach(() => journey.end());

  async function recordOf(person: string): Promise<Person> {
    const record = await journey.store.get(people, person);
    if (!record) throw new Error(`No ${person}`);
    return record;
  }

  async function heard(person: string, said: string): Promise<string> {
    await journey.says(person, said);
    return journey.last(privately(person)).message.text;
  }

  it("change by word, and what stands now is said in the person's language", async () => {
    expect(await heard("jari", "Kieli englanti")).toBe("I speak English to you.");
    expect(await heard("jari", "help")).toContain("I take a team");
    expect(await heard("jari", "remind me on Tuesdays at 8 am")).toBe(
      "The weekly message comes on Tuesdays at 8:00 (Europe/Helsinki). The next message is due on Tue 24 Nov at 8:00.",
    );
    expect(await heard("jari", "time zone london")).toBe("Your time zone is Europe/London.");
    expect(await heard("jari", "time zone Mars")).toBe(
      "I do not know this time zone. Write a large city, such as “time zone London”.",
    );
    expect(await heard("jari", "language finnish")).toBe("Puhun sinulle suomea.");
    expect(await heard("jari", "muistuta perjantaisin")).toContain("perjantaisin klo 8 (Europe/London).");
    expect(await heard("jari", "muistuta klo 15")).toContain("perjantaisin klo 15");
    expect(await recordOf("jari")).toMatchObject({
      language: "fi",
      timeZone: "Europe/London",
      chosen: ["language", "timeZone"],
      weekly: { weekday: 5, hour: 15 },
    });
  });

  it.each(["asetukset", "viikkoviesti", "kooste", "lähetykset"])(
    "are private, and who asks in a channel (%s) is told so",
    async (words) => {
      const outcome = await journey.says("marja", words, { in: TEAM, addressed: true });
      expect(outcome).toMatchObject({
        notice: expect.stringContaining("yksityisessä keskustelussamme"),
        inPrivate: true,
      });
    },
  );

  it("are changed on the page that stands in the chat as well, and the way back from silence is said", async () => {
    await journey.says("jari", "koti");
    const page = journey.last(privately("jari")).id;
    expect(await heard("jari", "hiljaa")).toContain("Saat ne takaisin, kun kirjoitat ”jatka muistutuksia”.");
    const standing = () => journey.messages(privately("jari")).find(({ id }) => id === page)?.message.text;
    expect(standing()).toContain("En lähetä viikkoviestiä");
    expect(await heard("jari", "jatka muistutuksia")).toContain("Viikkoviesti tulee maanantaisin");
    expect(standing()).toContain("Viikkoviesti tulee maanantaisin");
  });

  it("say who is away until when, with whom in their place, and end with a word", async () => {
    expect(await heard("jari", "poissa 5.7. asti, sijainen satu")).toBe(
      "Olet poissa ma 5.7.2027 asti, sijaisena Satu Virtanen.",
    );
    expect((await recordOf("jari")).away).toEqual({ from: "2026-11-23", until: "2027-07-05", substitute: "satu" });
    expect(await heard("jari", "sijainen Pekka")).toContain("sijaisena Pekka Salo.");
    expect(await heard("jari", "lomalla 20.12. saakka")).toContain("su 20.12. asti, sijaisena Pekka Salo.");
    expect(await heard("jari", "palasin")).toBe("Et ole enää merkitty poissaolevaksi.");
    expect((await recordOf("jari")).away).toBeUndefined();
    expect(await heard("priya", "away until 5 July")).toBe("You are away until Mon 5 Jul 2027.");
    expect(await heard("priya", "I am back")).toBe("You are no longer marked as away.");
    expect(await heard("priya", "I'm back")).toBe("You were not marked as away.");
  });

  it("take a week as the working days of it", async () => {
    expect(await heard("jari", "poissa ensi viikolla, sijainen satu")).toBe(
      "Olet poissa ma 30.11.–pe 4.12., sijaisena Satu Virtanen.",
    );
  });

  it("refuse kindly what cannot be, and say what to do", async () => {
    for (const [said, answer] of [
      ["kieli ruotsi", "Puhun suomea ja englantia."],
      ["aikavyöhyke kuu", "En tunne tätä aikavyöhykettä. Kirjoita suuri kaupunki"],
      ["aikavyöhyke helsnki", "Tarkoititko: aikavyöhyke helsinki?"],
      ["aikavyöhyke +02:00", "En tunne tätä aikavyöhykettä."],
      ["vaihda aikavyöhyke", "Aikavyöhykkeesi on Europe/Helsinki. Vaihda se kirjoittamalla"],
      ["sijainen", "Mihin päivään asti?"],
      ["poissa", "Mihin päivään asti?"],
      ["poissa 1.1.2020 asti", "Aikaisin sopiva päivä on"],
      ["poissa 31.2. asti", "31.2."],
      ["poissa joskus asti", "päiv"],
      ["poissa 5.7. asti, sijainen ullakummitus", "En löydä tiimeistäsi henkilöä"],
      ["lomalle 3.1.–21.12.", "Loppu on ennen alkua. Kirjoita alkupäivä ensin, vaikka ”lomalle 21.12.2026–3.1.2027”."],
      ["lomalle 3.12.–30.9.", "Poissaolo kestäisi 30.9.2027 asti."],
      ["lomalle huomisesta, sijainen ullakummitus", "En löydä tiimeistäsi henkilöä"],
      [
        "lomalle huomisesta, sijainen pekka",
        "Mihin päivään asti? Kirjoita vaikka ”poissa 7.12.2026 asti, sijainen Pekka”.",
      ],
      ["sijainen pekka", "Mihin päivään asti? Kirjoita vaikka ”poissa 7.12.2026 asti, sijainen Pekka”."],
      ["sijainen jari", "Itseäsi et voi merkitä sijaiseksi."],
      ["sijaiseni on minä", "Itseäsi et voi merkitä sijaiseksi."],
      ["poissa 5.7. asti, sijainen Jari Lahtinen", "Itseäsi et voi merkitä sijaiseksi."],
      ["muistuta tiistaisin klo 25", "25"],
      ["muistuta tiistaisin klo 8.30", "tasatunnilta"],
      ["muistuta tiistaisin aina joskus", "Kirjoita viikonpäivä ja tunti"],
    ] as const)
      expect(await heard("jari", said), said).toContain(answer);
    const before = await recordOf("jari");
    expect([before.weekly, before.away, before.chosen]).toEqual([undefined, undefined, undefined]);
    expect(await heard("jari", "muistuta jaria tarjouksesta")).toContain("En saanut tästä selvää.");
    expect(await heard("jari", "asetuket")).toContain("Jos tarkoitit ”asetukset”");
  });

  it("change from the form on Home, which follows; mistakes stand at their fields", async () => {
    await journey.receive({ ...journey.base("jari", privately("jari")), kind: "opened", home: true });
    expect(homes.of("jari").text).toContain("Viikkoviesti tulee maanantaisin klo 7");
    const opened = await journey.receive({
      ...journey.base("jari", privately("jari")),
      kind: "tapped",
      action: '{"kind":"settings"}',
      message: HOME,
    });
    if (opened.kind !== "form") throw new Error("no form");
    const { form } = opened;
    const wrong = { language: "sv", weekday: "8", hour: "24", zone: "Mars", until: "2020-01-01", substitute: "uusi" };
    expect(await journey.submits("jari", form, wrong)).toEqual({
      kind: "mistakes",
      mistakes: Object.fromEntries(Object.keys(wrong).map((field) => [field, expect.any(String)])),
    });
    expect(await journey.submits("jari", form, { substitute: "satu" })).toEqual({
      kind: "mistakes",
      mistakes: { until: expect.stringContaining("Valitse myös päivä") },
    });
    const right = { language: "en", weekday: "3", hour: "10", until: "2026-12-24", substitute: "satu", quiet: "no" };
    expect(await journey.submits("jari", form, right)).toEqual({
      kind: "taken",
      notice:
        "Saved. I speak English to you. The weekly message comes on Wednesdays at 10:00 (Europe/Helsinki). You are away until Thu 24 Dec, with Satu Virtanen as your substitute. The next message is due on Wed 30 Dec at 10:00.",
    });
    expect(homes.of("jari").text).toContain("[I am back]");
    expect(journey.messages(privately("jari"))).toEqual([]);
    expect((await recordOf("jari")).chosen).toEqual(["language"]);
  });

  it("leave alone who wants quiet or is away, also by the round's reminder, and remind again on a word", async () => {
    await starts(journey);
    expect(await heard("jari", "hiljaa")).toContain("En lähetä viikkoviestiä enkä muistutuksia.");
    await heard("pekka", "poissa 18.12. asti");
    expect(await heard("marja", "hiljaa")).toContain("En lähetä");
    expect(await heard("marja", "muistuta taas")).toContain("Viikkoviesti tulee maanantaisin klo 9");
    await journey.at("2026-11-26T09:00:00+02:00");
    expect(journey.count("marja", "odottaa vastaustasi")).toBe(1);
    expect(journey.count("jari", "odottaa vastaustasi")).toBe(0);
    expect(journey.count("pekka", "odottaa vastaustasi")).toBe(0);
  });

  it("are told in private, also when asked for in a channel, and once when the platform repeats", async () => {
    const seen = journey.messages(TEAM).length;
    await journey.says("jari", "poissa 5.7. asti", { in: TEAM, addressed: true });
    expect(journey.messages(TEAM)).toHaveLength(seen);
    expect(journey.sees("jari")).toContain("Olet poissa");
    const said = { ...journey.base("jari", privately("jari")), kind: "said", message: "m", addressed: false } as const;
    await journey.receive({ ...said, text: "palasin" });
    await journey.says("jari", "poissa 6.7. asti");
    expect(await journey.receive({ ...said, text: "palasin" })).toEqual({ kind: "repeated" });
    expect((await recordOf("jari")).away?.until).toBe("2027-07-06");
  });

  it("ask about a last day that was over just now, and mention an absence to who wants reminders again", async () => {
    await journey.at("2027-01-11T12:00:00+02:00");
    expect(await heard("satu", "poissa 1.1. asti")).toContain("1.1.2028");
    expect((await recordOf("satu")).away).toBeUndefined();
    await heard("satu", "poissa 18.1. asti");
    expect(await heard("satu", "jatka muistutuksia")).toMatch(
      /^Viikkoviesti tulee .* Olet poissa ma 18\.1\. asti\. Seuraavan vuoro on ma 25\.1\. klo 9\.$/u,
    );
  });

  it("say what stands and what a manager sees", async () => {
    await journey.says("jari", "asetukset");
    expect(journey.sees("jari")).toMatch(/Puhun sinulle suomea\..*\[Muuta asetuksia\]/su);
    await journey.taps("jari", "Mitä esihenkilö näkee?");
    expect(journey.sees("jari")).toContain("Vastauksiasi hän ei näe");
    await journey.says("priya", "What does the manager see?");
    expect(journey.sees("priya")).toContain("They never see your answers");
  });
});
