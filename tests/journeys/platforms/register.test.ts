import { describe, it } from "vitest";
import { awaited } from "../../support/awaited.ts";
import { begun, EVERY_WAY } from "../../support/platforms/begun.ts";

const CSV = "Asiakas;Paikkakunta;Luokka\r\nVirtasen Konepaja;Lahti;A\r\nNieminen Oy;Heinola;E\r\n+Plus Oy;Lahti;\r\n";

describe("the register of customers", () => {
  it.concurrent.for(EVERY_WAY)(
    "begins with names, takes a dragged file and gives one back in %s, which tells everything twice",
    async ([, options], { onTestFinished, expect }) => {
      const { world, satu, jari } = await begun(options, onTestFinished);

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
      const file = await awaited(
        () => world.platform.takesFile(satu.user),
        () => `no file was given:\n${satu.transcript()}`,
      );
      expect(file.name).toMatch(/^asiakkaat-.*\.csv$/u);
      expect(file.text.split("\r\n")).toHaveLength(6);
      expect(file.text).toContain("'+Plus Oy");

      await jari.platform.sendsFile(jari.user, { name: "kuva.png", text: "x" });
      await jari.sees("Luen vain asiakastaulukon");
    },
  );
});
