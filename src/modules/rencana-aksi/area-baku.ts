/** The eight areas of change in few words, for columns and bars; their full titles stand in the plans. */
const names: Readonly<Record<number, string>> = {
  1: 'Manajemen perubahan',
  2: 'Peraturan',
  3: 'Organisasi',
  4: 'Tata laksana',
  5: 'Manajemen SDM',
  6: 'Akuntabilitas',
  7: 'Pengawasan',
  8: 'Pelayanan publik',
}

export const areaBakuNumbers = [1, 2, 3, 4, 5, 6, 7, 8] as const

/** 0 stands for areas of a decree that have no canonical one. */
export const areaName = (areaBaku: number): string => names[areaBaku] ?? 'Area lain'
