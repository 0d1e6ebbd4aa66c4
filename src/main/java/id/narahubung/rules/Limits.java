package id.narahubung.rules;

import java.time.Duration;

/**
 * How long and how much.
 *
 * @param objectWithin how long a company may object to a decision
 * @param decideObjectionWithin how long the ministry has to decide on an objection
 * @param questionsPerItem how often a company may ask about an item
 * @param recheckSample how many items that were down are drawn each week to be looked at again
 * @param recheckSampleDays from how many days back they are drawn
 * @param maxBlocks so many earlier blocks of a system, and opening it again needs no choice of its
 *     own
 * @param normaliseWithin how long the ministry has for a complete request to open again
 * @param commitmentSoonDays from how many days before its due date a commitment is due soon
 * @param waiverDays for how many days a cell of a decision may be let be at most
 * @param contestDays how many working days after its signature a company may contest a decision
 *     about access
 * @param answerContestDays how many working days the ministry then has
 */
public record Limits(
    Duration objectWithin,
    Duration decideObjectionWithin,
    int questionsPerItem,
    int recheckSample,
    int recheckSampleDays,
    int maxBlocks,
    Duration normaliseWithin,
    int commitmentSoonDays,
    int waiverDays,
    int contestDays,
    int answerContestDays) {}
