import { fileTypeFromFile } from 'file-type'
import { encrypted, isReceived, otherKind, refusals, sameKinds, withMacro } from './kinds.ts'
import { namesInCompound } from './compound.ts'
import { textKind } from './text-kind.ts'

export type Recognised = { contentType: string } | { refusal: string }

const compound = 'application/x-cfb'

/** Says what a file is by its content; the name only tells apart kinds of text. */
export async function recognise(path: string, name: string): Promise<Recognised> {
  const found = (await fileTypeFromFile(path))?.mime
  if (!found) return textKind(path, name)
  if (found === compound) return oldOffice(await namesInCompound(path))
  const contentType = sameKinds[found] ?? found
  if (isReceived(contentType)) return { contentType }
  const refusal =
    refusals[contentType] ?? (contentType.includes('.macroenabled') ? withMacro : null)
  return { refusal: refusal ?? otherKind }
}

/** Word, Excel and PowerPoint before 2007 share one container, as do locked documents of today. */
function oldOffice(names: ReadonlySet<string>): Recognised {
  if (names.has('EncryptedPackage')) return { refusal: encrypted }
  if (names.has('_VBA_PROJECT') || names.has('_VBA_PROJECT_CUR')) return { refusal: withMacro }
  if (names.has('WordDocument')) return { contentType: 'application/msword' }
  if (names.has('Workbook') || names.has('Book')) return { contentType: 'application/vnd.ms-excel' }
  if (names.has('PowerPoint Document')) return { contentType: 'application/vnd.ms-powerpoint' }
  return { refusal: otherKind }
}
