/** A file that cannot be read as a decree. `pesan` tells the user in Indonesian what to do. */
export class UnreadableFile extends Error {
  readonly pesan: string

  constructor(pesan: string, options?: ErrorOptions) {
    super(pesan, options)
    this.name = 'UnreadableFile'
    this.pesan = pesan
  }
}
