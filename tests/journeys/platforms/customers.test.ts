import { describe, it } from "vitest";
import { BOTH, begun } from "../../support/platforms/begun.ts";
import { CHANNEL } from "../../support/platforms/company.ts";

describe("contacts with customers", () => {
  it.concurrent.for(BOTH)(
    "are logged by a line, asked about, corrected and taken back in %s, which tells everything twice",
    async ([, options], { onTestFinished, expect }) => {
      const { jari } = await begun(options, onTestFinished);

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
