/**
 * The demo park: a scenario of commands with their own business dates (2021 to the end of 2023), sent through the same
 * dispatcher as everything else. Every company and person in it is fictional.
 */
package dev.wuwei.crm.demo;
