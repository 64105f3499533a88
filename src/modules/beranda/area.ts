export { areaBakuNumbers, areaName } from '#modules/rencana-aksi'
