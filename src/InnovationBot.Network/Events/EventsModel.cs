using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Events;

internal sealed class EventModel : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> @event)
    {
        @event.Ignore(e => e.Title);
        @event.Ignore(e => e.HasBothSeats);
        @event.Ignore(e => e.UsualSeat);
        @event.Ignore(e => e.Capacity);
        @event.Ignore(e => e.Seats);
        @event.Ignore(e => e.IsFull);
        @event.HasIndex(e => new { e.Stage, e.StartsAt });
        @event.HasIndex(e => e.OrganiserId);
        @event.HasIndex(e => e.SeriesId);
        @event.HasIndex(e => e.ReminderDue);
        @event.HasIndex(e => e.AfterDue);
        @event.HasIndex(e => e.MeetDue);
        @event.HasIndex(e => e.FollowUpDue);
        @event.HasIndex(e => e.EndsAt).HasFilter("\"HoldsNeeds\" OR \"HoldsRegistrations\"");
    }
}

internal sealed class RegistrationModel : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> registration)
    {
        registration.Ignore(r => r.HasSeat);
        registration.Ignore(r => r.HoldsSeat);
        registration.Ignore(r => r.Follows);
        registration.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Cascade);
        // One answer of one person to one event, also when all locks should fail.
        registration.HasIndex(r => new { r.EventId, r.MemberId }).IsUnique();
        registration.HasIndex(r => new { r.EventId, r.State, r.Seat, r.Arrival });
        registration.HasIndex(r => new { r.EventId, r.Number });
        registration.HasIndex(r => r.MemberId);
        registration.HasIndex(r => r.CalendarKey).IsUnique();
        registration.HasIndex(r => r.OfferDue).HasFilter("\"OfferDue\" IS NOT NULL");
    }
}

internal sealed class EventAnnouncementModel : IEntityTypeConfiguration<EventAnnouncement>
{
    public void Configure(EntityTypeBuilder<EventAnnouncement> announcement)
    {
        announcement.Property(a => a.Kind).HasMaxLength(64);
        announcement.HasOne<Event>().WithMany().HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Cascade);
        announcement.HasIndex(a => a.Due);
    }
}

internal sealed class EventCardModel : IEntityTypeConfiguration<EventCard>
{
    public void Configure(EntityTypeBuilder<EventCard> card)
    {
        card.HasKey(c => new { c.ConversationId, c.ActivityId });
        card.Property(c => c.ConversationId).HasMaxLength(300);
        card.Property(c => c.ActivityId).HasMaxLength(300);
        card.HasOne<Event>().WithMany().HasForeignKey(c => c.EventId).OnDelete(DeleteBehavior.Cascade);
        card.HasIndex(c => c.EventId);
        card.HasIndex(c => c.EditDue).HasFilter("\"EditDue\" IS NOT NULL");
    }
}
