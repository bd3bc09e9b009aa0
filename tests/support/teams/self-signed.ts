import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A certificate that has signed itself, and its key, as a PEM file holds them (RFC 5280, X.509 v1: no extensions). */
export function selfSigned(name: string): {
  readonly pem: string;
  readonly publicKey: KeyObject;
  readonly der: Buffer;
} {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const algorithm = sequence(oid([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]), tagged(0x05));
  const named = sequence(tagged(0x31, sequence(oid([0x55, 0x04, 0x03]), tagged(0x0c, Buffer.from(name)))));
  const validity = sequence(tagged(0x17, Buffer.from("250101000000Z")), tagged(0x17, Buffer.from("490101000000Z")));
  const key = publicKey.export({ type: "spki", format: "der" });
  const told = sequence(tagged(0x02, Buffer.from([1])), algorithm, named, validity, named, key);
  const signature = sign("RSA-SHA256", told, privateKey);
  const der = sequence(told, algorithm, tagged(0x03, Buffer.from([0]), signature));
  const lines = der.toString("base64").replace(/.{64}/g, "$&\n");
  const certificate = `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
  return { pem: `${certificate}${privateKey.export({ type: "pkcs8", format: "pem" })}`, publicKey, der };
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function oid(bytes: readonly number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes));
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
