import { expect, test } from "vitest";
import { ListenFailed, startHttp } from "../src/http.ts";

test("an address that is not this machine's is told by the setting that names it", async () => {
  // RFC 5737: nobody's address.
  const failed = await startHttp("192.0.2.1", 0, []).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(ListenFailed);
  expect(String(failed)).toContain("Cannot listen on 192.0.2.1. Set HOST to an address of this machine");
});

test("a port that is taken is told by the setting that names it", async () => {
  const first = await startHttp("127.0.0.1", 0, []);
  await expect(startHttp("127.0.0.1", first.port, [])).rejects.toThrow(
    `Port ${first.port} is in use, perhaps by another Luotsi. Stop it, or set PORT to a free one.`,
  );
  await first.close();
});
