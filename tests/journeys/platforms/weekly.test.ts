import { describe, it } from "vitest";
import { begun } from "../../support/platforms/begun.ts";
import { CHANNEL, FIVE } from "../../support/platforms/company.ts";
import type { Button, Sheet } from "../../support/platforms/platform.ts";
import type { WorldOptions } from "../../support/platforms/world.ts";

const THURSDAY = "2026-11-26T12:00:00+02:00";
const PEOPLE = FIVE.slice(0, 2);
const WAYS: readonly (readonly [string, WorldOptions])[] = [
  ["Slack", { slack: { over: "http", people: PEOPLE, team: "koneet" }, startAt: THURSDAY }],
  ["Teams", { teams: { place: "channel", people: PEOPLE }, startAt: THURSDAY }],
];

/** Satu, who leads the team and has three actions of her own, and one that nobody has; and Jari. */
async function begins(...[options, onTestFinished]: Parameters<typeof begun>): ReturnType<typeof begun> {
  const five = await begun(options, onTestFinished);
  const { satu, jari } = five;
  await satu.sees("Luotsi", CHANNEL);
  await jari.says("koti");
  await jari.sees("Oma sivusi");
  await satu.says("rooli Satu: esihenkilö");
  await satu.sees("esihenkilö");
  for (const what of ["messuosasto, minä, 27.11.", "hinnasto verkkoon, minä, 3.12.", "kuvat, minä, 4.12."]) {
    await satu.says(`toimenpide: ${what}`);
    await satu.sees(what.split(",")[0] ?? "");
  }
  await satu.says("toimenpide: siivotaan varasto");
  await satu.sees("siivotaan varasto", CHANNEL);
  return five;
}

/** The nth button of that label: a list has one on each of its lines. */
function buttonOf(sheet: Sheet, label: string, nth: number): Button {
  const found = sheet.buttons.filter((button) => button.label === label)[nth];
  if (!found) throw new Error(`There is no ${nth + 1}. [${label}] in:\n${sheet.words}`);
  return found;
}

describe("the weekly message, the nudge and the digest", () => {
  it.concurrent.for(WAYS)(
    "come at their hour, are answered in their place, and open their forms in %s",
    { timeout: 240_000 },
    async ([, options], { onTestFinished, expect }) => {
      const { world, satu, jari } = await begins(options, onTestFinished);
      const { platform } = world;

      await world.moves("2026-11-30T09:00:01+02:00");
      const weekly = await satu.sees("Viikko 49: kolme toimenpidettä");
      const before = platform.sheets(satu.chat).length;
      const types = new Set(weekly.buttons.map(({ node }) => node.type));
      expect([...types].sort()).toEqual(
        platform.name === "slack" ? ["button", "overflow"] : ["Action.Execute", "Action.Submit"],
      );
      expect(weekly.words).toContain("Myöhässä");
      expect(weekly.words).toContain("Tulee maanantaisin klo 9");

      // Done: the tap itself is answered with the message as it stands now.
      await platform.taps(satu.user, weekly, buttonOf(weekly, "Valmis", 0), satu.chat);
      await satu.sees("valmis ma 30.11.");
      expect(platform.inPlace(weekly).at(-1)).toContain("valmis ma 30.11.");

      // Stuck: a dialog asks why, and keeps what was typed when that is nothing.
      const stuck = await satu.opens("Jumissa");
      const refused = await stuck.submit({ why: " " });
      if (refused.kind !== "stays") throw new Error("an empty reason was taken");
      expect(refused.words).toContain("Kerro lyhyesti syy.");
      expect((await refused.dialog.submit({ why: "Kuvat puuttuvat" })).kind).toBe("closed");
      await satu.sees("jumissa ma 30.11. alkaen: Kuvat puuttuvat");

      // Another date: what cannot be is told in the dialog, what can stands in the line.
      const list = await satu.sees("Viikko 49");
      const move = await platform.opens(satu.user, list, buttonOf(list, "Siirrä", 1), satu.chat);
      const late = await move.submit({ due: "1.1.2020" });
      if (late.kind !== "stays") throw new Error("a day that is over was taken");
      expect((await late.dialog.submit({ due: "18.12." })).kind).toBe("closed");
      await satu.sees("siirretty, pe 18.12.");

      const standing = await satu.sees("Viikko 49");
      await platform.taps(satu.user, standing, buttonOf(standing, "Ensi viikolla", 1), satu.chat);
      await satu.sees("palaan tähän ma 7.12.");
      expect(platform.sheets(satu.chat)).toHaveLength(before);

      // When it comes, in the form that opens from it; and the page of one's own, which stands in the chat, says so too.
      const time = await satu.opens("Muuta aikaa");
      const saved = await time.submit({ weekday: "Tiistai", hour: "klo 8" });
      expect(saved).toMatchObject({ kind: "closed", told: expect.stringContaining("tulee tiistaisin klo 8") });

      // Thursday: what is due gets its own word, once, with its buttons.
      await world.moves("2026-12-03T08:00:01+02:00");
      const nudge = await satu.sees("Määräpäivä to 3.12.: hinnasto verkkoon");
      await platform.taps(satu.user, nudge, buttonOf(nudge, "Jatkuu taas", 0), satu.chat);
      await satu.sees("menossa");
      expect(platform.inPlace(nudge).at(-1)).toContain("menossa");

      // Tuesday: what needs Satu as the one who leads; she gives it to Jari, who is asked in his own chat and takes it.
      await world.moves("2026-12-08T08:00:01+02:00");
      const digest = await satu.sees("Viikko 50");
      expect(digest.words).toContain("Tarvitaan sinua");
      expect(digest.words).toContain("on ollut vailla tekijää ");
      const give = await satu.opens("Anna jollekulle");
      expect((await give.submit({ to: "Jari Lahtinen" })).kind).toBe("closed");
      const asked = await jari.sees("Satu Virtanen ehdottaa tätä sinulle.");
      await platform.taps(jari.user, asked, buttonOf(asked, "Otan tämän", 0), jari.chat);
      await jari.sees("Menossa");
      expect(platform.inPlace(asked).at(-1)).toContain("Menossa");

      // Stopped, and back again, in the same message.
      await satu.taps("Lopeta");
      await satu.sees("En lähetä enää viikkoviestiä.");
      await satu.taps("Jatka muistutuksia");
      await satu.sees("Viikko 50");
    },
  );
});
