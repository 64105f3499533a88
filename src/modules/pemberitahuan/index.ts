export { notify, notifyAll, type Pemberitahuan } from './notify.ts'
