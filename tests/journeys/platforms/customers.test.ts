import { describe, it } from "vitest";
import { CHANNEL, FIVE, peopleOf } from "../../support/platforms/company.ts";
import { startWorld, type WorldOptions } from "../../support/platforms/world.ts";

const WAYS: readonly (readonly [string, WorldOptions])[] = [
  ["Slack", { slack: { over: "http", people: FIVE, team: "koneet" }, doubled: true }],
  ["Teams", { teams: { place: "channel", people: FIVE }, doubled: true }],
];

describe("contacts with customers", () => {
  it.concurrent.for(WAYS)(
    "are logged by a line, asked about, corrected and taken back in %s, which tells everything twice",
    { timeout: 60_000 },
    async ([, options], { onTestFinished, expect }) => {
      const world = await startWorld(options);
      onTestFinished(world.end);
      const [satu, jari] = peopleOf(world.platform);
      if (!(satu && jari)) throw new Error("two people are needed");
      await world.platform.addsLuotsi(satu.user);

      await jari.says("kävin metallimiehillä, pyysi tarjouksen");
      await jari.sees("En löydä asiakasta ”metallimiehillä”.");
      const who = await jari.opens("Kerro asiakas");
      expect(await who.submit({ name: "Metallimiehet Oy", town: "Lahti" })).toEqual({ kind: "closed" });
      await jari.sees("Metallimiehet Oy, käynti tänään, ”pyysi tarjouksen”.");

      await jari.says("soitin metallimiehille, tilaa syksyllä");
      await jari.sees("Metallimiehet Oy, puhelu tänään, ”tilaa syksyllä”.");
      const form = await jari.opens("Korjaa");
      expect(form.fields.means).toContain("etäpalaveri");
      expect(await form.submit({ outcome: "tilasi", means: "etäpalaveri" })).toEqual({ kind: "closed" });
      await jari.sees("Metallimiehet Oy, etäpalaveri tänään, ”tilasi, tilaa syksyllä”.");
      await jari.taps("Kumoa");
      await jari.sees("Otettu pois: Metallimiehet Oy");

      await jari.says("soitin metallimiehille", CHANNEL);
      await jari.sees("Kirjattu: Metallimiehet Oy, puhelu tänään.");
      expect(jari.count("Metallimiehet", CHANNEL)).toBe(0);
      expect(jari.count("etäpalaveri tänään")).toBe(1);
    },
  );
});
