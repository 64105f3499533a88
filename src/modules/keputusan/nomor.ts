/** How a decree is named: `Nomor 21 Tahun 2025`, or `Nomor 07/HK.03.1/3508/2022`, whose year is in the number. */
export const nomorKeputusan = ({ nomor, tahun }: { nomor: string; tahun: number }): string =>
  nomor.endsWith(`/${tahun}`) ? `Nomor ${nomor}` : `Nomor ${nomor} Tahun ${tahun}`
