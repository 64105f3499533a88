export { type FollowUp, openFollowUps } from './queries/follow-ups.ts'
