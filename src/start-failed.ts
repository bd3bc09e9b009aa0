/** Something at start that whoever runs Luotsi must mend; the message says what and how. */
export class StartFailed extends Error {
  override readonly name = "StartFailed";
}
