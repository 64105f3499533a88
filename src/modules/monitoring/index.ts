export { type FollowUp, type FollowUpsWanted, openFollowUps } from './queries/follow-ups.ts'
