import { expect, it } from "vitest";
import { begun } from "../../support/platforms/begun.ts";
import { CHANNEL, FIVE } from "../../support/platforms/company.ts";
import type { Person } from "../../support/platforms/person.ts";
import type { WorldOptions } from "../../support/platforms/world.ts";

const WAYS: readonly (readonly [string, "http" | "socket"])[] = [
  ["HTTP", "http"],
  ["Socket Mode", "socket"],
];

function aside({ user }: Person) {
  return { kind: "channel", only: user } as const;
}

it.for(WAYS)(
  "a command in a channel is answered to the one who asked, in their language, over %s",
  async ([, over], { onTestFinished }) => {
    const options: WorldOptions = { slack: { over, people: FIVE, team: "koneet" } };
    const { satu, jari, priya } = await begun(options, onTestFinished);
    await satu.sees("Olen Luotsi", CHANNEL);
    const before = satu.platform.sheets(CHANNEL).length;
    await satu.says("", aside(satu));
    await satu.sees("Valitse aihe", aside(satu));
    await priya.says("", aside(priya));
    await priya.sees("Choose a topic", aside(priya));
    await priya.says("where are we", aside(priya));
    await priya.sees("koneet", aside(priya));
    expect(satu.platform.sheets(CHANNEL)).toHaveLength(before);

    await satu.says("aloita digikypsyys", aside(satu));
    await (await satu.opens("Aloita kierros", aside(satu))).submit();
    await satu.sees("vastannut", CHANNEL);
    const offer = await satu.sees("Kierros on auki", aside(satu));
    expect(offer.buttons.map(({ label }) => label)).not.toContain("Aloita kierros");
    await jari.says("missä mennään", aside(jari));
    await jari.sees("Digikypsyys", aside(jari));
    await satu.says("toimenpide: hinnasto verkkoon", aside(satu));
    await jari.sees("hinnasto verkkoon", CHANNEL);
  },
);
