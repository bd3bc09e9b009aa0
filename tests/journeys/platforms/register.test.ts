import { describe, it } from "vitest";
import { FIVE, peopleOf } from "../../support/platforms/company.ts";
import { awaited } from "../../support/platforms/person.ts";
import type { GivenFile } from "../../support/platforms/platform.ts";
import { startWorld, type WorldOptions } from "../../support/platforms/world.ts";

const WAYS: readonly (readonly [string, WorldOptions])[] = [
  ["Slack", { slack: { over: "http", people: FIVE, team: "koneet" }, doubled: true }],
  ["Slack over a socket", { slack: { over: "socket", people: FIVE, team: "koneet" } }],
  ["Teams", { teams: { place: "channel", people: FIVE }, doubled: true }],
];
const CSV = "Asiakas;Paikkakunta;Luokka\r\nVirtasen Konepaja;Lahti;A\r\nNieminen Oy;Heinola;E\r\n=SUMMA(A1);Lahti;\r\n";

describe("the register of customers", () => {
  it.concurrent.for(WAYS)(
    "begins with names, takes a dragged file and gives one back in %s, which tells everything twice",
    { timeout: 90_000 },
    async ([, options], { onTestFinished, expect }) => {
      const world = await startWorld(options);
      onTestFinished(world.end);
      const [satu, jari] = peopleOf(world.platform);
      if (!(satu && jari)) throw new Error("two people are needed");
      await world.platform.addsLuotsi(satu.user);

      await satu.says("asiakkaat");
      await satu.sees("Anna kymmenen asiakasta, yksi riville.");
      await satu.says("Mäkelän Saha, Lahti\nKorhosen Leipomo");
      await satu.sees("Lisäsin 2 asiakasta, vastuuhenkilö olet sinä: Mäkelän Saha, Korhosen Leipomo.");

      await satu.platform.sendsFile(satu.user, { name: "asiakkaat.csv", text: CSV });
      await satu.sees("Rivi 3, Nieminen Oy: Luokka ”E” ei ole A, B, C tai D");
      await satu.taps("Tuo kaikki rivit");
      await satu.sees("Tuonti on valmis: uusia 3");
      await satu.says("hae virtasen konepajalle");
      await satu.sees("Luokka");

      await satu.says("vie asiakkaat csv");
      await satu.sees("Tässä on 5 asiakasta tiedostona.");
      const box: { file?: GivenFile } = {};
      void (async () => {
        while (!box.file) {
          const file = await world.platform.takesFile(satu.user);
          if (file) box.file = file;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      })();
      const file = await awaited(
        () => box.file,
        () => `no file was given:\n${satu.transcript()}`,
      );
      expect(file.name).toMatch(/^asiakkaat-.*\.csv$/u);
      expect(file.text.split("\r\n")).toHaveLength(6);
      expect(file.text).toContain("'=SUMMA(A1)");

      await jari.platform.sendsFile(jari.user, { name: "kuva.png", text: "x" });
      await jari.sees("Luen vain asiakastaulukon");
    },
  );
});
