"""
Networks that outgrow a machine: from a dump to weighted ties on Apache Spark.

Spark, or what speaks its protocol, is imported when a session is asked for; the rest of the
package does without.
"""
