import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

export const projectRoot = resolve(import.meta.dirname, '../..')

export type SourceFile = { path: string; text: string; lines: number; imports: string[] }

const importLine =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g

/** Every TypeScript file below a folder of the project, with what it imports. */
export function sourceFiles(folder: string): SourceFile[] {
  const names = readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const text = readFileSync(join(projectRoot, folder, name), 'utf8')
      const imports = [...text.matchAll(importLine)].map((m) => m[1] ?? m[2] ?? m[3] ?? '')
      return {
        path: relative(projectRoot, join(projectRoot, folder, name)).replaceAll('\\', '/'),
        text,
        lines: text.split('\n').length - 1,
        imports,
      }
    })
}
